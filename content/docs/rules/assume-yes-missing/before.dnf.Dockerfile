FROM fedora:44
RUN dnf install git-core \
    && dnf clean all
USER 10001:10001
CMD ["git", "--version"]
