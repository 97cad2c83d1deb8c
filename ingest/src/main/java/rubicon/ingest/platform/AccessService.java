package rubicon.ingest.platform;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Accounts, log-ins and API tokens.
@ApplicationScoped
public class AccessService {
    private static final int ATTEMPTS = 10;
    private static final Duration LOCK = Duration.ofMinutes(1);
    private static final String NO_SUCH_PASSWORD = Secrets.hashPassword(Secrets.newToken());

    private final TokenRepository tokens;
    private final AccountRepository accounts;
    private final SecurityConfig config;
    private final InstantSource time;
    private final ObjectMapper json;

    AccessService(
            TokenRepository tokens,
            AccountRepository accounts,
            SecurityConfig config,
            InstantSource time,
            ObjectMapper json) {
        this.tokens = tokens;
        this.accounts = accounts;
        this.config = config;
        this.time = time;
        this.json = json;
    }

    /// A secret that is shown once, and what it grants.
    public record Issued(String token, Access access) {}

    /// A token without its secret.
    ///
    /// @param name null for a log-in
    /// @param account whose it is, as the audit names them
    public record NamedToken(
            UUID id,
            @Nullable String name,
            String account,
            String role,
            Instant createdAt,
            @Nullable Instant expiresAt,
            @Nullable Instant revokedAt) {}

    /// Form of the credentials file.
    record Credentials(String adminUser, String adminPassword, String apiToken) {}

    void onStart(@Observes StartupEvent event) throws IOException {
        Optional<Path> file = config.credentialsFile();
        if (file.isPresent()) {
            ensure(json.readValue(file.get().toFile(), Credentials.class));
        }
    }

    @Transactional
    void ensure(Credentials credentials) {
        if (config.localAccounts()) {
            ensureAccount(credentials.adminUser(), credentials.adminPassword());
        }
        if (tokens.ofHash(Secrets.hash(credentials.apiToken())).isEmpty()) {
            String name = "local house";
            store(credentials.apiToken(), name, "local", AuditName.token(name), Role.ADMIN, null);
        }
    }

    /// Another name or another password than before ends what the former ones opened.
    private void ensureAccount(String user, String password) {
        for (AccountEntity other : accounts.list("userName <> ?1", user)) {
            tokens.endLogIns(other.userName, time.instant());
            accounts.delete(other);
        }
        AccountEntity account = accounts.findById(user);
        if (account == null) {
            account = new AccountEntity();
            account.userName = user;
            account.role = Role.ADMIN_NAME;
            account.passwordHash = Secrets.hashPassword(password);
            accounts.persist(account);
        } else if (!Secrets.matches(password, account.passwordHash)) {
            account.passwordHash = Secrets.hashPassword(password);
            tokens.endLogIns(user, time.instant());
        }
    }

    /// Whether accounts of this house may log in.
    boolean takesPasswords() {
        return config.localAccounts();
    }

    /// Who holds this token; empty for one that is unknown, revoked or ran out.
    @Transactional
    public Optional<Access> of(String token) {
        return tokens.valid(Secrets.hash(token), time.instant())
                .filter(it -> config.localAccounts() || !isLocalLogIn(it))
                .map(AccessService::access);
    }

    private static boolean isLocalLogIn(TokenEntity it) {
        return it.name == null && (it.account == null || it.account.startsWith(AuditName.LOCAL));
    }

    /// Logs in. Empty for a wrong name or password, and for a minute after ten wrong ones.
    @Transactional
    public Optional<Issued> logIn(String user, String password) {
        Instant now = time.instant();
        AccountEntity account = accounts.findById(user);
        boolean right =
                Secrets.matches(
                        password, account == null ? NO_SUCH_PASSWORD : account.passwordHash);
        if (account == null || (account.lockedUntil != null && account.lockedUntil.isAfter(now))) {
            return Optional.empty();
        }
        if (!right) {
            account.failedAttempts++;
            if (account.failedAttempts >= ATTEMPTS) {
                account.failedAttempts = 0;
                account.lockedUntil = now.plus(LOCK);
            }
            return Optional.empty();
        }
        account.failedAttempts = 0;
        account.lockedUntil = null;
        Role role = Role.of(account.role).orElseThrow();
        return Optional.of(open(user, AuditName.local(user), role));
    }

    /// Logs in somebody who was vouched for, by a password or by the organisation's provider.
    @Transactional
    public Issued open(String user, String account, Role role) {
        String token = Secrets.newToken();
        return new Issued(token, access(store(token, null, user, account, role, config.session())));
    }

    /// Makes an API token.
    ///
    /// @param lifetime null for one that does not run out
    @Transactional
    public Issued issue(String name, Role role, @Nullable Duration lifetime) {
        String token = Secrets.newToken();
        return new Issued(
                token, access(store(token, name, name, AuditName.token(name), role, lifetime)));
    }

    /// The API tokens, newest first.
    @Transactional
    public List<NamedToken> named() {
        return tokens.named().stream().map(AccessService::told).toList();
    }

    /// The log-ins that last, newest first.
    @Transactional
    public List<NamedToken> logIns() {
        return tokens.logIns(time.instant()).stream().map(AccessService::told).toList();
    }

    private static NamedToken told(TokenEntity it) {
        return new NamedToken(
                it.id, it.name, account(it), it.role, it.createdAt, it.expiresAt, it.revokedAt);
    }

    /// Ends a token at once; tells whether there was one.
    @Transactional
    public boolean revoke(UUID id) {
        return revoke(tokens.findByIdOptional(id));
    }

    /// Ends the log-in of that token; tells whether there was one.
    @Transactional
    public boolean logOut(String token) {
        return revoke(tokens.ofHash(Secrets.hash(token)).filter(it -> it.name == null));
    }

    @Scheduled(every = "1h", delayed = "1m")
    @Transactional
    void forgetExpired() {
        tokens.deleteExpired(time.instant());
    }

    private boolean revoke(Optional<TokenEntity> token) {
        token.filter(it -> it.revokedAt == null).ifPresent(it -> it.revokedAt = time.instant());
        return token.isPresent();
    }

    private TokenEntity store(
            String token,
            @Nullable String name,
            String user,
            String account,
            Role role,
            @Nullable Duration lifetime) {
        TokenEntity row = new TokenEntity();
        row.id = UUID.randomUUID();
        row.name = name;
        row.userName = user;
        row.account = account;
        row.role = role.id();
        row.sha256 = Secrets.hash(token);
        row.createdAt = time.instant();
        row.expiresAt = lifetime == null ? null : row.createdAt.plus(lifetime);
        tokens.persist(row);
        return row;
    }

    private static Access access(TokenEntity row) {
        return new Access(
                row.userName, account(row), Role.of(row.role).orElseThrow(), row.expiresAt);
    }

    /// Log-ins of before names were told apart keep the one that they had.
    private static String account(TokenEntity row) {
        if (row.account != null) {
            return row.account;
        }
        return row.name == null ? row.userName : AuditName.token(row.name);
    }
}
