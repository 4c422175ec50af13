-- Records, facts and what they are found by; one script for H2 and PostgreSQL.
-- Ids, keys and instants are the bytes of their texts in UTF-8: both databases compare bytes alike, texts they do not.
-- Each statement can be run again, because H2 commits after each one.

CREATE TABLE IF NOT EXISTS crm_record (
  type VARCHAR(63) NOT NULL,
  id BYTEA NOT NULL,
  version BIGINT NOT NULL,
  type_version INTEGER NOT NULL,
  document VARCHAR NOT NULL,
  PRIMARY KEY (type, id)
);

-- A record without key in an index of at most one key has the empty key there, so that it is in the list by that index.
CREATE TABLE IF NOT EXISTS crm_record_key (
  type VARCHAR(63) NOT NULL,
  index_name VARCHAR(63) NOT NULL,
  index_key BYTEA NOT NULL,
  id BYTEA NOT NULL,
  PRIMARY KEY (type, index_name, index_key, id)
);

CREATE TABLE IF NOT EXISTS crm_record_text (
  type VARCHAR(63) NOT NULL,
  index_name VARCHAR(63) NOT NULL,
  id BYTEA NOT NULL,
  normal_form VARCHAR NOT NULL,
  PRIMARY KEY (type, index_name, id)
);

CREATE TABLE IF NOT EXISTS crm_fact (
  type VARCHAR(63) NOT NULL,
  id BYTEA NOT NULL,
  happened_at BYTEA NOT NULL,
  type_version INTEGER NOT NULL,
  document VARCHAR NOT NULL,
  PRIMARY KEY (type, id)
);

CREATE INDEX IF NOT EXISTS crm_fact_time ON crm_fact (type, happened_at, id);

CREATE TABLE IF NOT EXISTS crm_fact_key (
  type VARCHAR(63) NOT NULL,
  index_name VARCHAR(63) NOT NULL,
  index_key BYTEA NOT NULL,
  happened_at BYTEA NOT NULL,
  id BYTEA NOT NULL,
  PRIMARY KEY (type, index_name, index_key, happened_at, id)
);

CREATE TABLE IF NOT EXISTS crm_fact_text (
  type VARCHAR(63) NOT NULL,
  index_name VARCHAR(63) NOT NULL,
  happened_at BYTEA NOT NULL,
  id BYTEA NOT NULL,
  normal_form VARCHAR NOT NULL,
  PRIMARY KEY (type, index_name, happened_at, id)
);
