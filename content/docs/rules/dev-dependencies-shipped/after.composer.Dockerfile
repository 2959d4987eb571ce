FROM php:8.5-fpm-alpine
WORKDIR /app
COPY --from=composer:2.8 /usr/bin/composer /usr/local/bin/composer
COPY composer.json composer.lock ./
RUN composer install --no-dev --no-cache --no-scripts
COPY src/ src/
USER 10001:10001
CMD ["php", "src/worker.php"]
