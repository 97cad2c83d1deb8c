-- Whose a token is, told apart where names are the same: `local:`, `token:` or the provider's
-- issuer, then the name. Null for tokens of before.
alter table api_token add column account text;
