-- Every change of a score moves it within score_order, so it leaves a dead row there, and ranks are
-- counted in that index alone as long as pages are known to be visible: after 100,000 changes of 200,000
-- members 300 places took 665 pages instead of 14. By default a fifth of the table may be dead first.
ALTER TABLE score SET (autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_threshold = 5000);
