# The time service
FROM debian:13-slim
