-- The table as the ERP has had it for years, then the columns that it adds for the library.

CREATE TABLE customer (
  number VARCHAR(40) NOT NULL PRIMARY KEY,
  name VARCHAR(200),
  tax_number VARCHAR(40),
  phone VARCHAR(60),
  row_version BIGINT DEFAULT 1 NOT NULL
);

ALTER TABLE customer ADD COLUMN crm_document VARCHAR;

ALTER TABLE customer ADD COLUMN crm_type_version INTEGER;

ALTER TABLE customer ADD COLUMN crm_indexed_version BIGINT;
