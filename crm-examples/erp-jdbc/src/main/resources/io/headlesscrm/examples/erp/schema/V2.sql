-- From a record or fact to its keys and texts: spares updates, erasures and combined criteria the way through all keys.

CREATE INDEX IF NOT EXISTS crm_record_key_owner ON crm_record_key (type, id, index_name, index_key);

CREATE INDEX IF NOT EXISTS crm_fact_key_owner ON crm_fact_key (type, id, index_name, index_key);

CREATE INDEX IF NOT EXISTS crm_fact_text_owner ON crm_fact_text (type, id);
