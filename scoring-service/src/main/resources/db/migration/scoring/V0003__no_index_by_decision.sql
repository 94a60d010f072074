-- Nobody looks postings up by decision; a random key in an index costs every posting.
DROP INDEX posting_decision;
