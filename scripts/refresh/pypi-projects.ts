/**
 * The projects whose installs the table of Python packages is made of: what Dockerfiles install and what requirements
 * files name most, grouped as people use them together, and a few older releases that many still have. Names come from
 * 6,267 Dockerfiles and 21 requirements files of 61 public repositories (read on 2026-11-24), and from what is well
 * known. Everything that these depend on is in the table too.
 */
export const PYPI_PROJECTS: Readonly<Record<string, readonly string[]>> = {
  web: [
    ...['flask', 'flask-cors', 'flask-sqlalchemy', 'flask-migrate', 'gunicorn', 'gevent', 'werkzeug', 'jinja2'],
    ...['django', 'djangorestframework', 'django-cors-headers', 'django-environ', 'whitenoise'],
    ...[
      'fastapi[standard]',
      'uvicorn[standard]',
      'starlette',
      'python-multipart',
      'sse-starlette',
      'bottle',
      'tornado',
    ],
    ...['requests', 'httpx', 'aiohttp', 'websockets', 'pydantic', 'pydantic-settings', 'email-validator', 'granian'],
    ...['python-dotenv', 'click', 'typer', 'rich', 'python-jose', 'passlib', 'bcrypt', 'pyjwt', 'cryptography'],
    ...['itsdangerous', 'markdown', 'pillow', 'qrcode', 'orjson', 'sentry-sdk', 'structlog', 'prometheus-client'],
  ],
  database: [
    ...['sqlalchemy', 'alembic', 'psycopg2-binary', 'psycopg[binary]', 'asyncpg', 'pymysql', 'aiomysql', 'pymongo'],
    ...['motor', 'redis', 'celery', 'flower', 'elasticsearch', 'peewee', 'aiosqlite', 'sqlmodel', 'databases', 'kombu'],
    ...['django-redis', 'kafka-python', 'pika', 'apscheduler', 'rq', 'mysql-connector-python'],
  ],
  data: [
    ...['numpy', 'pandas', 'scipy', 'matplotlib', 'seaborn', 'scikit-learn', 'plotly', 'openpyxl', 'pyarrow', 'polars'],
    ...[
      'xgboost-cpu',
      'lightgbm',
      'statsmodels',
      'networkx',
      'sympy',
      'h5py',
      'opencv-python-headless',
      'opencv-python',
    ],
    ...['beautifulsoup4', 'lxml', 'dash', 'streamlit', 'numba', 'tqdm', 'joblib', 'shapely', 'geopandas', 'xlsxwriter'],
  ],
  notebook: ['jupyter', 'jupyterlab', 'notebook', 'ipython', 'ipykernel'],
  language: [
    ...['openai', 'anthropic', 'langchain', 'langchain-openai', 'tiktoken', 'transformers', 'tokenizers', 'datasets'],
    ...['huggingface-hub', 'safetensors', 'nltk', 'spacy', 'onnxruntime', 'gradio', 'chromadb', 'mcp'],
  ],
  cloud: [
    ...['boto3', 'awscli', 'google-cloud-storage', 'azure-storage-blob', 'azure-identity', 'kubernetes', 'docker'],
    ...['paramiko', 'grpcio', 'grpcio-tools', 'protobuf', 's3cmd', 'psutil', 'pyyaml', 'python-dateutil', 'pytz'],
  ],
  automation: ['ansible', 'ansible-core', 'ansible-lint', 'jmespath', 'netaddr', 'pywinrm'],
  tools: [
    ...['pip', 'setuptools', 'wheel', 'virtualenv', 'pipenv', 'poetry', 'uv', 'pipx', 'build', 'twine', 'cython'],
    ...['meson', 'ninja', 'cmake', 'conan', 'pre-commit', 'mkdocs', 'mkdocs-material', 'sphinx', 'yamllint'],
  ],
  test: [
    ...['pytest', 'pytest-cov', 'pytest-asyncio', 'pytest-xdist', 'pytest-django', 'tox', 'nox', 'coverage', 'mock'],
    ...['black', 'flake8', 'isort', 'pylint', 'mypy', 'ruff', 'bandit', 'pip-audit', 'codespell', 'faker'],
    ...['selenium', 'playwright', 'locust', 'scrapy', 'httpie', 'supervisor', 'yt-dlp'],
  ],
  'older-web': ['flask==2.3.3', 'django==4.2.24', 'pydantic==1.10.24', 'requests==2.31.0'],
  'older-tools': ['setuptools==79.0.1', 'urllib3==1.26.20'],
};
