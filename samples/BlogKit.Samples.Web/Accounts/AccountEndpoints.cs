using System.Security.Claims;
using BlogKit.AspNetCore;
using BlogKit.Samples.Web.Accounts.Pages;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BlogKit.Samples.Web.Accounts;

internal static class AccountEndpoints
{
    private const string Desk = "/blog/desk/posts";
    private const int LargestForm = 32 * 1024;

    public static IResult ShowSetUp(HttpContext context, AccountFile accounts, SetUpToken token)
    {
        var sent = context.Request.Query["token"].ToString();
        return !accounts.IsEmpty || !token.Opens(sent)
            ? Page<NoticePage>(context, new()
            {
                ["Title"] = "Nothing to set up",
                ["Text"] = "This address is over, or not complete. The log of the host has the right one, as long as nobody owns the blog.",
            }, StatusCodes.Status404NotFound)
            : Page<SetUpPage>(context, new() { ["Token"] = sent });
    }

    public static async Task<IResult> SetUpAsync(HttpContext context, AccountService service, IAntiforgery antiforgery)
    {
        if (await ReadAsync(context, antiforgery) is not { } form)
        {
            return Refused(context);
        }

        var (account, problem) = await service.SetUpAsync(form["token"], form["name"], form["password"], context.RequestAborted);
        if (account is null)
        {
            return Page<SetUpPage>(
                context,
                new() { ["Token"] = form["token"].ToString(), ["Name"] = form["name"].ToString(), ["Problem"] = problem },
                StatusCodes.Status400BadRequest);
        }

        await SignInAsync(context, account);
        return See(context, Desk);
    }

    public static IResult ShowAccount(HttpContext context) => context.User.Identity is { IsAuthenticated: true, Name: var name }
        ? Page<AccountPage>(context, new() { ["Name"] = name })
        : Results.Redirect("/account/login");

    public static IResult ShowLogin(HttpContext context) =>
        Page<LoginPage>(context, new() { ["ReturnUrl"] = Local(context.Request.Query["returnUrl"]) });

    public static async Task<IResult> LoginAsync(HttpContext context, AccountService service, IAntiforgery antiforgery)
    {
        if (await ReadAsync(context, antiforgery) is not { } form)
        {
            return Refused(context);
        }

        var returnUrl = Local(form["returnUrl"]);
        if (await service.SignInAsync(form["name"], form["password"], context.RequestAborted) is not { } account)
        {
            return Page<LoginPage>(
                context,
                new()
                {
                    ["ReturnUrl"] = returnUrl,
                    ["Name"] = form["name"].ToString(),
                    ["Problem"] = "Name and password do not belong together.",
                },
                StatusCodes.Status400BadRequest);
        }

        await SignInAsync(context, account);
        return See(context, returnUrl);
    }

    public static async Task<IResult> LogoutAsync(HttpContext context, Sessions sessions, IAntiforgery antiforgery)
    {
        if (await ReadAsync(context, antiforgery) is null)
        {
            return Refused(context);
        }

        sessions.End(context.User);
        await context.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        return See(context, "/blog");
    }

    /// <summary>Only a path of this host is gone to: neither another host nor a script.</summary>
    internal static string Local(string? url) =>
        url is "/" or ['/', not ('/' or '\\'), ..] && !url.Any(char.IsControl) && !url.Contains('\\') ? url : Desk;

    private static Task SignInAsync(HttpContext context, Account account) => context.SignInAsync(
        CookieAuthenticationDefaults.AuthenticationScheme,
        new ClaimsPrincipal(new ClaimsIdentity(
            [new(ClaimTypes.NameIdentifier, account.Id), new(ClaimTypes.Name, account.Name), Sessions.Begin()],
            CookieAuthenticationDefaults.AuthenticationScheme)));

    private static async Task<IFormCollection?> ReadAsync(HttpContext context, IAntiforgery antiforgery)
    {
        if (!context.Request.HasFormContentType || context.Request.ContentLength > LargestForm)
        {
            return null;
        }

        try
        {
            // Read whole and within the limit, also what comes in pieces and says no length. Not to be cancelled: the read ends by itself
            // when the sender leaves.
            var body = new byte[LargestForm + 1];
            var length = await context.Request.Body.ReadAtLeastAsync(body, body.Length, throwOnEndOfStream: false, CancellationToken.None);
            if (length > LargestForm)
            {
                return null;
            }

            context.Request.Body = new MemoryStream(body, 0, length);
            var form = await context.Request.ReadFormAsync(context.RequestAborted);
            return await antiforgery.IsRequestValidAsync(context) ? form : null;
        }
        catch (Exception gone) when (gone is ConnectionResetException or OperationCanceledException)
        {
            // The server may learn a moment later that the connection is gone, and would try to read what is left.
            context.Abort();
            return null;
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or NotSupportedException
            or AntiforgeryValidationException)
        {
            // Too large, a bad chunk, an early end, no boundary, a character set that nobody reads, a token that is none: the request is at
            // fault.
            return null;
        }
    }

    private static RazorComponentResult<NoticePage> Refused(HttpContext context) => Page<NoticePage>(
        context,
        new()
        {
            ["Title"] = "The form could not be accepted",
            ["Text"] = "It is too old or was sent from another site. Open the page again and send it from there.",
        },
        StatusCodes.Status400BadRequest);

    private static IResult See(HttpContext context, string path)
    {
        context.Response.Headers.Location = path;
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    private static RazorComponentResult<TPage> Page<TPage>(
        HttpContext context, Dictionary<string, object?> parameters, int status = StatusCodes.Status200OK)
        where TPage : IComponent
    {
        var headers = context.Response.Headers;
        headers.CacheControl = "no-store";
        headers.ContentSecurityPolicy = BlogKitWebOptions.DefaultContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = BlogKitWebOptions.DefaultPermissionsPolicy;
        return new RazorComponentResult<TPage>(parameters) { StatusCode = status };
    }
}
