package rubicon.ingest.platform;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class AccountRepository implements PanacheRepositoryBase<AccountEntity, String> {}
