FROM nginxinc/nginx-unprivileged:1.30
COPY <<EOF /etc/nginx/conf.d/default.conf
server {
    listen 8080;
    location / {
        proxy_pass http://app:3000;
        proxy_set_header Host $host;
    }
}
EOF
USER 101:101
