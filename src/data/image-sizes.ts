/** Sizes of images for linux/amd64, in bytes: what a pull transfers, and what the layers unpack to. */
export interface ImageSize {
  readonly compressed?: number;
  readonly unpacked?: number;
}

export const IMAGE_SIZES = {
  'node:26-slim': { compressed: 88_000_000 },
  'node:26-alpine': { compressed: 62_400_000 },
  'node:24': { compressed: 408_900_000, unpacked: 1_140_000_000 },
  'node:24-slim': { compressed: 80_500_000 },
  'node:24-alpine': { compressed: 58_200_000, unpacked: 159_100_000 },
  'node:22-slim': { compressed: 79_900_000 },
  'node:20-alpine': { compressed: 48_400_000 },
  'python:3.14': { compressed: 415_000_000 },
  'python:3.14-slim': { compressed: 43_400_000 },
  'python:3.14-alpine': { compressed: 17_800_000 },
  'golang:1.27': { compressed: 316_200_000 },
  'golang:1.27-alpine': { compressed: 75_200_000 },
  'rust:1': { compressed: 593_000_000 },
  'rust:1-slim': { compressed: 319_100_000 },
  'eclipse-temurin:25-jdk': { compressed: 139_900_000 },
  'eclipse-temurin:25-jre': { compressed: 123_138_422 },
  'eclipse-temurin:25-jre-alpine': { compressed: 75_500_000 },
  'php:8.5-fpm-alpine': { compressed: 38_700_000 },
  'ruby:4.0-slim': { compressed: 80_800_000 },
  'nginx:latest': { compressed: 63_100_000 },
  'nginx:alpine': { compressed: 26_310_566 },
  'nginx:alpine-slim': { compressed: 8_200_000 },
  'debian:trixie': { compressed: 49_337_828, unpacked: 123_400_000 },
  'debian:trixie-slim': { compressed: 29_800_000, unpacked: 80_500_000 },
  'debian:bookworm': { compressed: 48_500_000, unpacked: 120_700_000 },
  'debian:bookworm-slim': { compressed: 28_200_000, unpacked: 77_200_000 },
  'buildpack-deps:bookworm': { compressed: 348_600_000, unpacked: 949_500_000 },
  'ubuntu:26.04': { compressed: 41_600_000, unpacked: 100_150_000 },
  'ubuntu:24.04': { compressed: 29_800_000, unpacked: 78_180_000 },
  'ubuntu:22.04': { compressed: 29_500_000 },
  'alpine:3.24': { compressed: 3_850_000, unpacked: 8_420_000 },
  'busybox:1.38': { compressed: 2_200_000 },
  'gcr.io/distroless/static-debian13': { compressed: 800_000, unpacked: 3_300_000 },
  'gcr.io/distroless/base-nossl-debian13': { compressed: 5_900_000, unpacked: 16_500_000 },
  'gcr.io/distroless/base-debian13': { compressed: 9_400_000, unpacked: 25_600_000 },
  'gcr.io/distroless/cc-debian13': { compressed: 10_600_000, unpacked: 29_000_000 },
  'gcr.io/distroless/nodejs24-debian13': { compressed: 54_600_000, unpacked: 155_000_000 },
  'gcr.io/distroless/nodejs26-debian13': { compressed: 59_600_000, unpacked: 179_000_000 },
  'gcr.io/distroless/python3-debian13': { compressed: 21_200_000, unpacked: 58_600_000 },
} satisfies Readonly<Record<string, ImageSize>>;

/** The references whose size was read. */
export type MeasuredReference = keyof typeof IMAGE_SIZES;
