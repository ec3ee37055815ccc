-- A page of people in alphabetical order is read from the index. The folded name is what a French dictionary compares
-- first; an ICU order cannot be indexed here: it would change with the library.
create index person_in_order on union_space.person (space_id, search_text collate "C", id) where merged_into is null;
