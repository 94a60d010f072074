-- Rows of unsettled live as long as their transaction, so the table is next to empty, and the planner
-- reads all of it; but between two vacuums it has the dead rows of all that was booked meanwhile, and
-- settling looks once for each row that it notes. By the index it sees those of its own transaction.
ALTER FUNCTION settle() SET enable_seqscan = off;
