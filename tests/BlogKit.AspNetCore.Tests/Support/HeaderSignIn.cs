using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BlogKit.AspNetCore.Tests;

/// <summary>The application's sign-in, for policies to rely on: whoever the header X-User names.</summary>
internal sealed class HeaderSignIn(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(
        Request.Headers["X-User"] is [{ } user, ..] && user.Split('|') is [var key, var name]
            ? AuthenticateResult.Success(new AuthenticationTicket(
                new System.Security.Claims.ClaimsPrincipal(new System.Security.Claims.ClaimsIdentity(
                    [new(System.Security.Claims.ClaimTypes.NameIdentifier, key), new(System.Security.Claims.ClaimTypes.Name, name)],
                    Scheme.Name)),
                Scheme.Name))
            : AuthenticateResult.NoResult());
}
