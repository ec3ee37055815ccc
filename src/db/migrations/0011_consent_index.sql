-- The partial unique index does not serve the foreign key: erasing a person would read every consent.
create index consent_by_person on union_space.consent (space_id, person_id);
