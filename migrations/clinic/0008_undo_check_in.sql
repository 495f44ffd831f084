-- What the appointment was before its client arrived, so that a check-in taken back leaves it so.
ALTER TABLE visit ADD COLUMN appointment_was TEXT;
