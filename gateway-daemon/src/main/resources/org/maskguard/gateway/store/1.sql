-- One row a job. What is said of its end changes; what happened to it stands in the audit log.
CREATE TABLE job (
  id TEXT PRIMARY KEY,
  printer TEXT NOT NULL,
  state TEXT NOT NULL,
  why TEXT NOT NULL DEFAULT '',
  lines INTEGER NOT NULL DEFAULT 0,
  sha256 TEXT,
  progress REAL NOT NULL DEFAULT 0,
  began TEXT NOT NULL,
  ended TEXT
) STRICT, WITHOUT ROWID;

CREATE INDEX job_of_printer ON job (printer, id);
CREATE INDEX job_in_state ON job (state, id);

-- The last verdict on each job: a signed document, believed only where its signature and the spool's digest fit.
CREATE TABLE verdict (
  job TEXT PRIMARY KEY REFERENCES job (id),
  document TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What each printer was when an operator accepted it.
CREATE TABLE machine (
  printer TEXT PRIMARY KEY,
  text TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Permits that were handed in, and how often each was used.
CREATE TABLE permit (
  digest TEXT PRIMARY KEY,
  document TEXT NOT NULL,
  job TEXT NOT NULL,
  used INTEGER NOT NULL DEFAULT 0,
  at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX permit_of_job ON permit (job);

-- Everything that happened, each row with the hash of all before it.
CREATE TABLE audit (
  seq INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  printer TEXT NOT NULL,
  kind TEXT NOT NULL,
  payload TEXT NOT NULL,
  hash BLOB NOT NULL,
  signature BLOB
) STRICT;

-- How far it goes, signed anew with each commit: so that rows missing at its end are missed.
CREATE TABLE audit_head (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  seq INTEGER NOT NULL,
  hash BLOB NOT NULL,
  signature BLOB NOT NULL
) STRICT;

-- Against accidents; against malice there are the hashes.
CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit
BEGIN
  SELECT RAISE(ABORT, 'the audit log is only ever added to');
END;

CREATE TRIGGER audit_is_not_shortened BEFORE DELETE ON audit
BEGIN
  SELECT RAISE(ABORT, 'the audit log is only ever added to');
END;
