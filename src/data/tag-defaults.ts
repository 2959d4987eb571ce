/**
 * Which distribution release a tag without a codename meant: `node:20.2` was bullseye, `node:20` became bookworm.
 * Read from every commit of docker-library/official-images. "18.16.0=bookworm" holds from 18.16.0 up to the next
 * entry, in order of version; a moving tag such as `18` takes the last entry that it covers.
 */
export interface TagDefaults {
  /** The newest version that was listed, without its patch level. */
  readonly newest: string;
  /** Tags that name no distribution. */
  readonly plain: string;
  /** Tags with `slim`, where it differs. */
  readonly slim?: string;
  /** Tags that end in `-alpine`: release of Alpine. */
  readonly alpine?: string;
}

export const TAG_DEFAULTS: Readonly<Record<string, TagDefaults>> = {
  node: {
    newest: '26',
    plain:
      '8.11.2=jessie 8.13.0=stretch 9.11.1=jessie 10.13.0=stretch 14.19.3=buster 15.0.0=stretch 16.0.0=buster 17.0.0=bullseye 18.16.0=bookworm 19.0.0=bullseye 20.3.0=bookworm 26.0.0=trixie',
    alpine:
      '16.0.0=3.13 16.13.0=3.14 16.13.1=3.15 16.15.1=3.16 16.18.1=3.17 16.20.0=3.18 17.0.0=3.14 17.3.0=3.15 18.3.0=3.16 18.12.1=3.17 18.16.0=3.18 18.19.0=3.19 18.20.3=3.20 18.20.5=3.21 19.0.0=3.16 19.2.0=3.17 19.9.0=3.18 20.0.0=3.17 20.2.0=3.18 20.10.0=3.19 20.13.1=3.20 20.18.1=3.21 20.19.2=3.22 20.19.6=3.23 21.0.0=3.18 21.4.0=3.19 21.7.3=3.20 22.0.0=3.19 22.2.0=3.20 22.12.0=3.21 22.16.0=3.22 22.21.1=3.23 22.22.3=3.24 23.0.0=3.20 23.3.0=3.21 23.11.1=3.22 24.0.0=3.21 24.1.0=3.22 24.11.1=3.23 24.16.0=3.24 25.0.0=3.22 25.2.1=3.23 26.3.0=3.24',
  },
  python: {
    newest: '3.14',
    plain:
      '2.7.13=jessie 2.7.15=stretch 2.7.16=buster 3.3.6=jessie 3.4.8=stretch 3.5.3=jessie 3.5.5=stretch 3.5.7=buster 3.6.2=jessie 3.6.5=stretch 3.6.9=buster 3.6.14=bullseye 3.7.0=stretch 3.7.4=buster 3.7.11=bullseye 3.7.17=bookworm 3.8.0=buster 3.8.11=bullseye 3.8.17=bookworm 3.9.0=buster 3.9.6=bullseye 3.9.17=bookworm 3.9.23=trixie 3.10.0=bullseye 3.10.12=bookworm 3.10.18=trixie 3.11.0=bullseye 3.11.4=bookworm 3.11.13=trixie 3.12.0=bookworm 3.12.11=trixie 3.13.0=bookworm 3.13.6=trixie',
    alpine:
      '3.8.0=3.10 3.8.1=3.11 3.8.3=3.12 3.8.7=3.13 3.8.10=3.14 3.8.12=3.15 3.8.13=3.16 3.8.15=3.17 3.8.16=3.18 3.8.18=3.19 3.8.19=3.20 3.9.0=3.12 3.9.1=3.13 3.9.5=3.14 3.9.9=3.15 3.9.13=3.16 3.9.15=3.17 3.9.16=3.18 3.9.18=3.19 3.9.19=3.20 3.9.21=3.21 3.9.22=3.22 3.10.0=3.15 3.10.4=3.16 3.10.8=3.17 3.10.11=3.18 3.10.13=3.19 3.10.14=3.20 3.10.16=3.21 3.10.17=3.22 3.10.19=3.23 3.10.20=3.24 3.11.0=3.17 3.11.3=3.18 3.11.7=3.19 3.11.9=3.20 3.11.11=3.21 3.11.12=3.22 3.11.14=3.23 3.11.15=3.24 3.12.0=3.18 3.12.1=3.19 3.12.3=3.20 3.12.8=3.21 3.12.10=3.22 3.12.12=3.23 3.12.13=3.24 3.13.0=3.20 3.13.1=3.21 3.13.3=3.22 3.13.10=3.23 3.13.14=3.24 3.14.0=3.22 3.14.1=3.23 3.14.6=3.24',
  },
  golang: {
    newest: '1.27',
    plain:
      '1.10.0=stretch 1.11.12=buster 1.12.0=stretch 1.12.7=buster 1.16.7=bullseye 1.19.10=bookworm 1.20.0=bullseye 1.20.5=bookworm 1.24.6=trixie',
    alpine:
      '1.19.0=3.16 1.19.3=3.17 1.19.9=3.18 1.20.0=3.17 1.20.4=3.18 1.20.12=3.19 1.21.0=3.18 1.21.5=3.19 1.21.10=3.20 1.22.0=3.19 1.22.3=3.20 1.22.10=3.21 1.23.0=3.20 1.23.4=3.21 1.23.9=3.22 1.24.0=3.21 1.24.3=3.22 1.24.11=3.23 1.25.0=3.22 1.25.5=3.23 1.25.11=3.24 1.26.0=3.23 1.26.4=3.24',
  },
  rust: {
    newest: '1.98',
    plain: '1.50.0=buster 1.55.0=bullseye 1.72.0=bookworm 1.89.0=trixie',
    alpine:
      '1.61.0=3.16 1.66.0=3.17 1.70.0=3.18 1.75.0=3.19 1.78.0=3.20 1.83.0=3.21 1.87.0=3.22 1.91.1=3.23 1.96.0=3.24',
  },
  ruby: {
    newest: '4.0',
    plain:
      '2.4.1=jessie 2.4.4=stretch 2.4.6=buster 2.5.0=stretch 2.5.5=buster 2.6.0=stretch 2.6.3=buster 2.6.8=bullseye 2.7.0=buster 2.7.4=bullseye 3.0.0=buster 3.0.2=bullseye 3.1.4=bookworm 3.2.0=bullseye 3.2.2=bookworm 3.2.9=trixie 3.3.0=bookworm 3.3.9=trixie 3.4.1=bookworm 3.4.5=trixie',
    alpine:
      '3.0.0=3.13 3.0.2=3.14 3.0.3=3.15 3.0.4=3.16 3.1.0=3.15 3.1.2=3.16 3.1.3=3.17 3.1.4=3.19 3.1.5=3.20 3.1.6=3.21 3.2.0=3.17 3.2.2=3.19 3.2.4=3.20 3.2.6=3.21 3.2.8=3.22 3.2.9=3.23 3.3.0=3.19 3.3.1=3.20 3.3.6=3.21 3.3.8=3.22 3.3.10=3.23 3.3.11=3.24 3.4.1=3.21 3.4.4=3.22 3.4.7=3.23 3.4.9=3.24 4.0.0=3.23 4.0.5=3.24',
  },
  php: {
    newest: '8.5',
    plain:
      '5.6.31=jessie 5.6.36=stretch 7.0.24=jessie 7.0.30=stretch 7.1.10=jessie 7.1.17=stretch 7.1.30=buster 7.2.0=stretch 7.2.20=buster 7.3.0=stretch 7.3.7=buster 7.3.29=bullseye 7.4.0=buster 7.4.22=bullseye 8.0.0=buster 8.0.9=bullseye 8.1.20=bookworm 8.1.33=trixie 8.2.0=bullseye 8.2.7=bookworm 8.2.29=trixie 8.3.0=bookworm 8.3.24=trixie 8.4.1=bookworm 8.4.11=trixie',
    alpine:
      '7.4.0=3.10 7.4.1=3.11 7.4.7=3.12 7.4.14=3.13 7.4.20=3.14 7.4.26=3.15 7.4.29=3.16 8.0.0=3.12 8.0.1=3.13 8.0.7=3.14 8.0.13=3.15 8.0.19=3.16 8.1.0=3.15 8.1.6=3.16 8.1.13=3.17 8.1.18=3.18 8.1.26=3.19 8.1.28=3.20 8.1.31=3.21 8.2.0=3.17 8.2.6=3.18 8.2.13=3.19 8.2.19=3.20 8.2.26=3.21 8.2.28=3.22 8.2.29=3.23 8.2.31=3.24 8.3.0=3.19 8.3.7=3.20 8.3.14=3.21 8.3.22=3.22 8.3.28=3.23 8.3.31=3.24 8.4.1=3.21 8.4.8=3.22 8.4.15=3.23 8.4.22=3.24 8.5.0=3.23 8.5.7=3.24',
  },
  perl: {
    newest: '5.44',
    plain:
      '5.30.0=buster 5.30.3=bullseye 5.32.0=buster 5.32.1=bullseye 5.36.1=bookworm 5.37.8=bullseye 5.38.0=bookworm 5.38.5=trixie 5.39.1=bookworm 5.40.3=trixie 5.41.1=bookworm 5.42.0=trixie',
  },
  gcc: {
    newest: '16',
    plain: '9.3=buster 9.5=bullseye 10.3=buster 10.4=bullseye 12.3=bookworm 14.3=trixie 15.1=bookworm 15.2=trixie',
  },
  haskell: {
    newest: '9.14',
    plain: '9.0.1=buster 9.6.6=bullseye 9.8.1=buster 9.8.4=bullseye 9.12.2=bookworm',
  },
  nginx: {
    newest: '1.31',
    plain:
      '1.16.0=stretch 1.16.1=buster 1.17.0=stretch 1.17.2=buster 1.22.1=bullseye 1.25.1=bookworm 1.28.1=trixie 1.29.0=bookworm 1.29.2=trixie',
    alpine:
      '1.22.1=3.17 1.25.2=3.18 1.25.5=3.19 1.26.2=3.20 1.27.0=3.19 1.27.1=3.20 1.27.4=3.21 1.28.1=3.23 1.29.0=3.22 1.29.4=3.23 1.30.4=3.24 1.31.0=3.23 1.31.3=3.24',
  },
  httpd: {
    newest: '2.4',
    plain: '2.4.48=buster 2.4.51=bullseye 2.4.57=bookworm 2.4.65=trixie',
    alpine:
      '2.4.48=3.14 2.4.51=3.15 2.4.53=3.16 2.4.54=3.17 2.4.57=3.18 2.4.58=3.19 2.4.59=3.20 2.4.62=3.21 2.4.63=3.22 2.4.66=3.23 2.4.68=3.24',
  },
  redis: {
    newest: '8.10',
    plain:
      '5.0.0=stretch 5.0.5=buster 5.0.14=bullseye 6.0.0=buster 6.0.16=bullseye 6.0.19=bookworm 6.2.0=buster 6.2.6=bullseye 6.2.12=bookworm 7.0.0=bullseye 7.0.11=bookworm 8.4.1=trixie',
    alpine:
      '6.2.0=3.13 6.2.4=3.14 6.2.6=3.15 6.2.7=3.17 6.2.12=3.18 6.2.14=3.20 6.2.17=3.21 7.0.0=3.16 7.0.5=3.17 7.0.11=3.18 7.0.14=3.19 7.0.15=3.20 7.2.0=3.18 7.2.3=3.19 7.2.5=3.20 7.2.7=3.21 7.4.0=3.20 7.4.2=3.21 8.2.0=3.22 8.6.0=3.23',
  },
  postgres: {
    newest: '18',
    plain:
      '10.17=stretch 12.7=buster 12.8=bullseye 12.15=bookworm 13.3=buster 13.4=bullseye 13.11=bookworm 13.21=trixie 14.0=bullseye 14.8=bookworm 14.18=trixie 15.0=bullseye 15.3=bookworm 15.13=trixie 16.0=bookworm 16.9=trixie 17.0=bookworm 17.5=trixie',
    alpine:
      '12.7=3.14 12.9=3.15 12.11=3.16 12.13=3.17 12.15=3.18 12.17=3.19 12.19=3.20 12.22=3.21 13.3=3.14 13.5=3.15 13.7=3.16 13.9=3.17 13.11=3.18 13.13=3.19 13.15=3.20 13.18=3.21 13.21=3.22 14.0=3.14 14.1=3.15 14.3=3.16 14.6=3.17 14.8=3.18 14.10=3.19 14.12=3.20 14.15=3.21 14.18=3.22 14.20=3.23 14.23=3.24 15.0=3.16 15.1=3.17 15.3=3.18 15.5=3.19 15.7=3.20 15.10=3.21 15.13=3.22 15.15=3.23 15.18=3.24 16.0=3.18 16.1=3.19 16.3=3.20 16.6=3.21 16.9=3.22 16.11=3.23 16.14=3.24 17.0=3.20 17.2=3.21 17.5=3.22 17.7=3.23 17.10=3.24 18.0=3.22 18.1=3.23 18.4=3.24',
  },
  mysql: {
    newest: '26.7',
    plain: '5.7.44=oraclelinux7 8.0.35=oraclelinux8 8.0.37=oraclelinux9 8.2.0=oraclelinux8 8.4.0=oraclelinux9',
  },
  mariadb: {
    newest: '12.3',
    plain:
      '10.4.0=bionic 10.4.13=focal 10.5.1=bionic 10.5.3=focal 10.6.23=jammy 10.7.1=focal 10.8.3=jammy 11.4.2=noble',
  },
  mongo: {
    newest: '8.3',
    plain: '4.2.0=bionic 4.4.7=focal 6.0.4=jammy 8.0.0=noble',
  },
  memcached: {
    newest: '1.6',
    plain: '1.6.9=buster 1.6.12=bullseye 1.6.20=bookworm 1.6.39=trixie',
    alpine:
      '1.6.9=3.14 1.6.12=3.15 1.6.15=3.16 1.6.17=3.17 1.6.19=3.18 1.6.22=3.19 1.6.27=3.20 1.6.33=3.21 1.6.38=3.22 1.6.39=3.23 1.6.42=3.24',
  },
  haproxy: {
    newest: '3.4',
    plain:
      '2.2.16=bullseye 2.4.24=bookworm 2.4.29=trixie 2.5.0=bullseye 2.6.16=bookworm 2.6.22=trixie 2.7.0=bullseye 2.7.11=bookworm 2.8.0=bullseye 2.8.5=bookworm 2.8.15=trixie 2.9.0=bookworm 3.0.11=trixie 3.1.0=bookworm 3.1.8=trixie 3.2.0=bookworm 3.2.3=trixie',
  },
  tomcat: {
    newest: '11.0',
    plain:
      '8.5.57=buster 8.5.70=bullseye 8.5.81=jammy 9.0.37=buster 9.0.52=bullseye 9.0.64=jammy 9.0.91=noble 10.0.0=buster 10.0.10=bullseye 10.0.22=jammy 10.1.26=noble',
  },
  maven: {
    newest: '3.9',
    plain: '3.9.11=noble',
  },
  openjdk: {
    newest: '26',
    plain:
      '8=bullseye 11.0.1=stretch 11.0.6=buster 11.0.12=bullseye 12.0.1=oraclelinux7 14.0.2=oraclelinux8 22=oraclelinux9',
    slim: '8=bullseye 11.0.1=stretch 11.0.3=buster 11.0.12=bullseye 13.0.1=buster 16.0.2=bullseye 21=bookworm 25=trixie',
    alpine: '8=3.9 13=3.10 15=3.12 16=3.13 17=3.14 18=3.15 19=3.16',
  },
  'eclipse-temurin': {
    newest: '26',
    plain:
      '8=resolute 11.0.12=focal 11.0.15=jammy 11.0.24=noble 11.0.31=resolute 16.0.2=focal 17.0.3=jammy 17.0.12=noble 17.0.19=resolute 18.0.1=jammy 21.0.4=noble 21.0.11=resolute 22.0.1=jammy 22.0.2=noble 25.0.3=resolute',
    alpine:
      '8=3.24 11.0.25=3.21 11.0.28=3.22 11.0.30=3.23 11.0.32=3.24 17.0.13=3.21 17.0.16=3.22 17.0.18=3.23 17.0.20=3.24 21.0.5=3.21 21.0.8=3.22 21.0.10=3.23 21.0.12=3.24 23.0.1=3.21 24.0.2=3.22 25.0.2=3.23 25.0.4=3.24 26.0.1=3.23 26.0.2=3.24',
  },
  amazoncorretto: {
    newest: '26',
    plain: '8=al2023 11.0.2=al2 11.0.32=al2023 15.0.1=al2 17.0.20=al2023 18.0.0=al2 21.0.12=al2023',
    alpine:
      '8=3.24 11.0.12=3.12 11.0.13=3.15 11.0.16=3.16 11.0.18=3.17 11.0.20=3.18 11.0.22=3.19 11.0.24=3.20 11.0.26=3.21 11.0.28=3.22 11.0.30=3.23 11.0.31=3.24 17.0.0=3.14 17.0.1=3.15 17.0.4=3.16 17.0.6=3.17 17.0.8=3.18 17.0.10=3.19 17.0.12=3.20 17.0.14=3.21 17.0.16=3.22 17.0.18=3.23 17.0.19=3.24 21.0.2=3.19 21.0.4=3.20 21.0.6=3.21 21.0.8=3.22 21.0.10=3.23 21.0.11=3.24 25.0.2=3.23 25.0.3=3.24 26.0.0=3.23 26.0.1=3.24',
  },
  'mcr.microsoft.com/dotnet': {
    newest: '10.0',
    plain: '8=bookworm 10=noble',
    alpine: '8=3.24',
  },
};
