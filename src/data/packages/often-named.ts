/**
 * Packages that the count in installed-most.json misses, since its Dockerfiles are those of images rather than of
 * applications, and that guides and rules of this project name.
 */
export const OFTEN_NAMED: readonly string[] = [
  ...['chromium', 'composer', 'default-mysql-client', 'docker.io', 'fuse3', 'gdal-bin', 'htop', 'iputils-ping'],
  ...[
    'libgdal-dev',
    'libgl1',
    'libglib2.0-0',
    'libgtk-3-dev',
    'libopenblas-dev',
    'libpq5',
    'libvips-dev',
    'mariadb-client',
  ],
  ...['netcat-openbsd', 'netcat-traditional', 'npm', 'openjdk-17-jdk-headless', 'openjdk-17-jre-headless'],
  ...['openjdk-21-jdk', 'php-cli', 'php-curl', 'php-fpm', 'php-mbstring', 'php-mysql', 'php-xml', 'php-zip'],
  ...[
    'postgresql',
    'postgresql-client',
    'python3-virtualenv',
    'redis-server',
    'redis-tools',
    'rsyslog',
    'ruby-full',
    'rustc',
  ],
  ...['systemd', 'telnet', 'tesseract-ocr', 'tree', 'unixodbc', 'unixodbc-dev', 'valgrind', 'wkhtmltopdf'],
];
