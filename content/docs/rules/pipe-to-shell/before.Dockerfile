FROM buildpack-deps:trixie-curl
SHELL ["/bin/bash", "-o", "pipefail", "-c"]
RUN curl -fsSL https://example.org/install.sh | bash
USER 10001:10001
CMD ["tool", "serve"]
