# Two images of one code base:
#   docker build --target bot -t visage-bot .
#   docker build --target sidecar -t visage-sidecar .
FROM python:3.12-slim AS base
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1 PYTHONUNBUFFERED=1
WORKDIR /app
# Before the sources, so that a change of ours does not install everything anew.
COPY requirements.lock ./
RUN pip install --no-deps --require-hashes -r requirements.lock
COPY pyproject.toml README.md LICENSE NOTICE ./
COPY bot bot
COPY cogs cogs
COPY faceswap faceswap
COPY playground playground
COPY visage visage
RUN pip install --no-deps --no-build-isolation . \
    && useradd --create-home --uid 1000 visage \
    && install -d -o visage -g visage -m 700 /data
USER visage
WORKDIR /data

FROM base AS sidecar
ENV VISAGE_SIDECAR_LISTEN=0.0.0.0:8787
EXPOSE 8787
CMD ["visage", "sidecar"]

FROM base AS bot
ENV VISAGE_DATA=/data
VOLUME /data
CMD ["visage", "run"]
