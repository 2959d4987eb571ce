/** What each instruction does, in general: for completion, and for somebody who rests on a keyword. */
import type { Keyword } from '../model/index.js';

export interface InstructionWords {
  /** What it does. */
  readonly does: string;
  /** What that means for the image, the build cache or the container. */
  readonly means: string;
}

export const INSTRUCTION_WORDS: Readonly<Record<Keyword, InstructionWords>> = {
  FROM: {
    does: 'Begins a stage, from an image or from another stage.',
    means:
      'The image of the last stage is what a build gives, unless another target is named. Other stages leave nothing in it but what is copied from them.',
  },
  ARG: {
    does: 'Declares a variable of the build, with a default if there is one.',
    means:
      'It is not there in the container. A new value makes the steps below that can see it run again. Values stay readable in the image’s history: no place for a secret.',
  },
  ENV: {
    does: 'Sets environment variables, for the steps below and for the container.',
    means: 'It adds no files. A new value makes the steps below run again.',
  },
  RUN: {
    does: 'Runs a command while the image is built.',
    means:
      'What it writes becomes a layer. The step is taken from the build cache while its text and all that is above it stay the same, even if the packages it would fetch have changed.',
  },
  COPY: {
    does: 'Copies files from the build context, another stage or an image.',
    means:
      'The copies become a layer. The step runs again when the content or the permissions of one of the files change.',
  },
  ADD: {
    does: 'Copies files as COPY does, and also fetches addresses and Git repositories and unpacks local archives.',
    means: 'The files become a layer. For files of the build context COPY does the same with fewer surprises.',
  },
  WORKDIR: {
    does: 'Sets the working directory for the steps below and for the container, and makes it if it is missing.',
    means: 'A relative path goes on from the WORKDIR before.',
  },
  USER: {
    does: 'Sets the user for the steps below and for the container.',
    means:
      'COPY and ADD still make files of root unless --chown says otherwise. A name must exist in the image; a number need not.',
  },
  CMD: {
    does: 'Sets the command that a container starts, or the arguments of the ENTRYPOINT.',
    means:
      'It runs nothing during the build. The last one counts, and docker run replaces it. In exec form the program itself is PID 1 and gets the stop signal; in shell form a shell starts it, and may stay PID 1.',
  },
  ENTRYPOINT: {
    does: 'Sets the program that a container always starts; CMD gives its arguments.',
    means:
      'It runs nothing during the build. It drops a CMD of the base image. In shell form CMD and the arguments of docker run are ignored.',
  },
  EXPOSE: {
    does: 'Says on which ports the program listens.',
    means: 'It publishes nothing and adds no files: docker run -p does the publishing.',
  },
  VOLUME: {
    does: 'Puts a volume at a path when a container starts.',
    means:
      'Files in the volume outlive the container’s own layer. The classic builder drops what later steps write there; BuildKit keeps it.',
  },
  LABEL: {
    does: 'Adds names and values that describe the image.',
    means: 'It adds no files.',
  },
  HEALTHCHECK: {
    does: 'Sets the command by which Docker finds out whether the container works.',
    means: 'It runs in the container, again and again. Kubernetes does not read it.',
  },
  SHELL: {
    does: 'Sets the shell in which the shell form of RUN, CMD and ENTRYPOINT runs.',
    means: 'It holds for the steps below. The exec form uses no shell.',
  },
  STOPSIGNAL: {
    does: 'Sets the signal that docker stop sends to PID 1.',
    means: 'Without it that is SIGTERM. After the grace period, 10 seconds by default, SIGKILL follows.',
  },
  ONBUILD: {
    does: 'Keeps an instruction for builds that start from this image.',
    means: 'It does nothing in this build. It runs right behind the FROM of the other one.',
  },
  MAINTAINER: {
    does: 'Names the author of the image. Deprecated.',
    means: 'The label org.opencontainers.image.authors holds the same text.',
  },
};
