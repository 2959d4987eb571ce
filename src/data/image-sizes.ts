/** Sizes of images for linux/amd64, in bytes: what a pull transfers, and what the layers unpack to. */
export interface ImageSize {
  readonly compressed?: number;
  readonly unpacked?: number;
  readonly source: string;
  /** The day on which the size was read. */
  readonly date: string;
}

const DATE = '2026-11-23';
const repoInfo = (compressed: number, file: string, built: string): ImageSize => ({
  compressed,
  source: `docker-library/repo-info repos/${file}.md, built ${built}`,
  date: DATE,
});
/** Put together from the same Debian packages; the image itself was not pulled. */
const rebuilt = (compressed: number, unpacked: number): ImageSize => ({
  compressed,
  unpacked,
  source: 'rebuilt from the Debian 13 packages that GoogleContainerTools/distroless@cd08076 lists',
  date: DATE,
});

export const IMAGE_SIZES: Readonly<Record<string, ImageSize>> = {
  'node:26-slim': repoInfo(88_000_000, 'node/remote/26-slim', '2026-09-09'),
  'node:26-alpine': repoInfo(62_400_000, 'node/remote/26-alpine', '2026-05-20'),
  'node:24': {
    compressed: 408_900_000,
    unpacked: 1_140_000_000,
    source:
      'docker-library/repo-info@2534b85 repos/node/remote/24.md, built 2026-08-03; unpacked: maxmood96/repo-info@2910fe4, 24.7.0 of 2025-08-27',
    date: DATE,
  },
  'node:24-slim': repoInfo(80_500_000, 'node/remote/24-slim', '2026-08-03'),
  'node:24-alpine': {
    compressed: 58_200_000,
    unpacked: 159_100_000,
    source:
      'docker-library/repo-info@2534b85 repos/node/remote/24-alpine.md, built 2026-08-03; unpacked: maxmood96/repo-info@94de598, 24.14.0 of 2026-02-24',
    date: DATE,
  },
  'node:22-slim': repoInfo(79_900_000, 'node/remote/22-slim', 'on the base of 2026-07-13'),
  'node:20-alpine': repoInfo(48_400_000, 'node/remote/20-alpine', 'on the base of 2026-04-15'),
  'python:3.14': repoInfo(415_000_000, 'python/remote/3.14', '2026-08-25'),
  'python:3.14-slim': repoInfo(43_400_000, 'python/remote/3.14-slim', '2026-08-05'),
  'python:3.14-alpine': repoInfo(17_800_000, 'python/remote/3.14-alpine', '2026-09-17'),
  'golang:1.27': repoInfo(316_200_000, 'golang/remote/1.27', '2026-09-01'),
  'golang:1.27-alpine': repoInfo(75_200_000, 'golang/remote/1.27-alpine', '2026-09-01'),
  'rust:1': repoInfo(593_000_000, 'rust/remote/1', '2026-08-25'),
  'rust:1-slim': repoInfo(319_100_000, 'rust/remote/1-slim', '2026-09-19'),
  'eclipse-temurin:25-jdk': repoInfo(139_900_000, 'eclipse-temurin/remote/25-jdk', 'on the base of 2026-04-10'),
  'eclipse-temurin:25-jre': repoInfo(123_138_422, 'eclipse-temurin/remote/25-jre', '2026-09-09'),
  'eclipse-temurin:25-jre-alpine': repoInfo(
    75_500_000,
    'eclipse-temurin/remote/25-jre-alpine',
    'on the base of 2026-09-17',
  ),
  'php:8.5-fpm-alpine': repoInfo(38_700_000, 'php/remote/8.5-fpm-alpine', '2026-09-17'),
  'ruby:4.0-slim': repoInfo(80_800_000, 'ruby/remote/4.0-slim', '2026-09-19'),
  'nginx:latest': repoInfo(63_100_000, 'nginx/remote/latest', '2026-07-15'),
  'nginx:alpine': repoInfo(26_310_566, 'nginx/remote/alpine', 'not stated (index id 68863968281)'),
  'nginx:alpine-slim': repoInfo(8_200_000, 'nginx/remote/alpine-slim', 'on the base of 2026-06-16'),
  'debian:trixie': {
    compressed: 49_337_828,
    unpacked: 123_400_000,
    source: 'docker-library/repo-info, base layer of python:3.14 of 2026-08-24; unpacked: own debootstrap minbase',
    date: DATE,
  },
  'debian:trixie-slim': {
    compressed: 29_800_000,
    unpacked: 80_500_000,
    source:
      'docker-library/repo-info@05f354f repos/debian/remote/trixie-slim.md, built 2026-08-03; unpacked: own debootstrap, slimmed',
    date: DATE,
  },
  'debian:bookworm': {
    compressed: 48_500_000,
    unpacked: 120_700_000,
    source: 'docker-library/repo-info, base layer of node:24 of 2026-07-13; unpacked: own debootstrap minbase',
    date: DATE,
  },
  'debian:bookworm-slim': {
    compressed: 28_200_000,
    unpacked: 77_200_000,
    source: 'docker-library/repo-info, base layer of node:24-slim of 2026-07-13; unpacked: own debootstrap, slimmed',
    date: DATE,
  },
  'buildpack-deps:bookworm': {
    compressed: 348_600_000,
    unpacked: 949_500_000,
    source:
      'docker-library/repo-info@2534b85, first four layers of node:24; unpacked: rebuilt from the same package lists',
    date: DATE,
  },
  'ubuntu:26.04': {
    compressed: 41_600_000,
    unpacked: 100_150_000,
    source:
      'docker-library/repo-info@1c2b9d9 repos/ubuntu/remote/26.04.md, built 2026-09-12; unpacked: @452725d repos/ubuntu/local/resolute.md of 2026-06-27',
    date: DATE,
  },
  'ubuntu:24.04': {
    compressed: 29_800_000,
    unpacked: 78_180_000,
    source:
      'docker-library/repo-info@1c2b9d9 repos/ubuntu/remote/24.04.md, built 2026-09-11; unpacked: @01fdf3a repos/ubuntu/local/noble.md of 2026-09-11',
    date: DATE,
  },
  'ubuntu:22.04': repoInfo(29_500_000, 'ubuntu/remote/22.04', '2024-06-03'),
  'alpine:3.24': {
    compressed: 3_850_000,
    unpacked: 8_420_000,
    source:
      'docker-library/repo-info@1746b58 repos/alpine/remote/3.24.md, built 2026-09-17; unpacked: maxmood96/repo-info@5b1a976, 3.24.1 of 2026-06-16',
    date: DATE,
  },
  'busybox:1.38': repoInfo(2_200_000, 'busybox/remote/1.38', '2026-05-22'),
  'gcr.io/distroless/static-debian13': rebuilt(800_000, 3_300_000),
  'gcr.io/distroless/base-nossl-debian13': rebuilt(5_900_000, 16_500_000),
  'gcr.io/distroless/base-debian13': rebuilt(9_400_000, 25_600_000),
  'gcr.io/distroless/cc-debian13': rebuilt(10_600_000, 29_000_000),
  'gcr.io/distroless/nodejs24-debian13': rebuilt(54_600_000, 155_000_000),
  'gcr.io/distroless/nodejs26-debian13': rebuilt(59_600_000, 179_000_000),
  'gcr.io/distroless/python3-debian13': rebuilt(21_200_000, 58_600_000),
};
