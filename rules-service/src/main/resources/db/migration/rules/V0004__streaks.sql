-- {streak: {"length": …, "longest": …, "freezes": …, "since": …, "last": …, "deadlines": […]}}
ALTER TABLE member_progress ADD COLUMN streaks jsonb NOT NULL DEFAULT '{}';
