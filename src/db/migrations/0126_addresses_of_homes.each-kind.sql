-- An agreement may also allow the addresses of homes; those that were written before allow what they did.
alter table {{schema}}.data_agreement drop constraint agreement_columns_are_known;
alter table {{schema}}.data_agreement add constraint agreement_columns_are_known
  check (allowed_columns <@ array['name', 'phone', 'email', 'nir', 'debt', 'address']);
