using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;

namespace BlogKit.Samples.Web.Accounts;

internal static class AccountsExtensions
{
    private const string Throttle = "sign-in";

    /// <summary>Sign-in by name and password, with a cookie. The accounts are kept in a file beside the blog.</summary>
    public static void AddAccounts(this WebApplicationBuilder builder, string blog)
    {
        var services = builder.Services;
        var file = new SqliteConnectionStringBuilder(blog).DataSource;
        services.AddSingleton(new AccountFile(Path.ChangeExtension(file, ".accounts.json")));
        services.AddSingleton(s => new Sessions(Path.ChangeExtension(file, ".ended-sessions.json"), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton<SetUpToken>();
        services.AddSingleton<AccountService>();
        services.AddSingleton<IPasswordHasher<Account>, PasswordHasher<Account>>();
        services.AddRazorComponents();
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(options =>
        {
            options.LoginPath = "/account/login";
            options.AccessDeniedPath = "/account";
            options.ReturnUrlParameter = "returnUrl";
            options.Cookie.Name = "account";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.CookieManager = new HostCookies();
            options.ExpireTimeSpan = Sessions.Longest;
            options.SlidingExpiration = true;
            options.Events.OnValidatePrincipal = Sessions.CheckAsync;
        });
        var attempts = builder.Configuration.GetValue("Accounts:AttemptsPerMinute", 10);
        services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.OnRejected = static (rejected, _) =>
            {
                if (rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait))
                {
                    var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
                    rejected.HttpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
                }

                return ValueTask.CompletedTask;
            };

            // Whoever has one line has a whole /64 of IPv6 addresses.
            options.AddPolicy(Throttle, context => RateLimitPartition.GetFixedWindowLimiter(
                NetworkAddress.GetNetwork(context.Connection.RemoteIpAddress),
                _ => new FixedWindowRateLimiterOptions { PermitLimit = attempts, Window = TimeSpan.FromMinutes(1) }));
        });
    }

    /// <summary>Maps <c>/setup</c>, <c>/account</c>, <c>/account/login</c> and <c>/account/logout</c>.</summary>
    public static void MapAccounts(this WebApplication app)
    {
        app.UseRateLimiter();
        app.MapGet("/setup", AccountEndpoints.ShowSetUp);
        app.MapPost("/setup", AccountEndpoints.SetUpAsync).RequireRateLimiting(Throttle);
        app.MapGet("/account", AccountEndpoints.ShowAccount);
        app.MapGet("/account/login", AccountEndpoints.ShowLogin);
        app.MapPost("/account/login", AccountEndpoints.LoginAsync).RequireRateLimiting(Throttle);
        app.MapPost("/account/logout", AccountEndpoints.LogoutAsync);
    }

    /// <summary>Says in the log where the owner of a fresh blog is made.</summary>
    public static void AnnounceSetUp(this WebApplication app)
    {
        if (app.Services.GetRequiredService<AccountFile>().IsEmpty)
        {
            var token = app.Services.GetRequiredService<SetUpToken>().Value;
            foreach (var url in app.Urls)
            {
                app.Logger.LogWarning(
                    "Nobody owns this blog yet. Choose a name and a password, once, at {Url}/setup?token={Token}", url, token);
            }
        }
    }
}
