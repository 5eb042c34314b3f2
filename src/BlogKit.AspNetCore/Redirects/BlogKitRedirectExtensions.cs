using BlogKit.AspNetCore.Internal;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Leads readers from the addresses of an old site to where things are now.</summary>
public static class BlogKitRedirectExtensions
{
    /// <summary>
    /// Answers old addresses of the whole application, inside and outside of the blog's path: with 301 and the address of today, or with
    /// 410 for what is gone. Only GET and HEAD. An address with one of the parameters of
    /// <see cref="BlogKit.Redirects.OldAddress.Parameters"/> that has a redirect of its own is led on at once; every other only where the
    /// application itself answers 404. A target that this reader may not see is as if there were no redirect.
    /// </summary>
    /// <remarks>
    /// Call it early, before what answers requests. An address that nobody ever had costs no command: which there are is kept in memory.
    /// </remarks>
    /// <param name="app">The application.</param>
    /// <param name="blogKey">The key of the blog whose redirects these are; null for the first one that is mapped.</param>
    /// <exception cref="InvalidOperationException"><c>AddBlogKit(…).AddWeb()</c> was not called.</exception>
    public static IApplicationBuilder UseBlogKitRedirects(this IApplicationBuilder app, string? blogKey = null)
    {
        ArgumentNullException.ThrowIfNull(app);
        var redirects = app.ApplicationServices.GetService<RedirectAnswers>()
            ?? throw new InvalidOperationException("UseBlogKitRedirects needs the services of AddBlogKit(…).AddWeb().");
        return app.Use(next => context => redirects.AnswerAsync(context, blogKey, next));
    }
}
