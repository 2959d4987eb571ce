FROM fedora:44
RUN dnf install -y git-core \
    && dnf clean all
USER 10001:10001
CMD ["git", "--version"]
