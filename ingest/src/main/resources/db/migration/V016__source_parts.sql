-- An upstream may be several files, each with its own validators, hash and date.
alter table source_state add column parts jsonb not null default '[]';

update source_state
set parts = jsonb_build_array(jsonb_build_object(
        'path', '', 'etag', etag, 'lastModified', last_modified,
        'sha256', payload_sha256, 'statedAt', last_stated_at,
        'seen', jsonb_build_array()))
where payload_sha256 is not null;

alter table source_state
    drop column etag, drop column last_modified, drop column payload_sha256,
    drop column last_stated_at;
