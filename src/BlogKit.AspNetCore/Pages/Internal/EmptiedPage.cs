using BlogKit.AspNetCore.Endpoints;
using Microsoft.AspNetCore.Http;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Leads on whoever asks for a page of a list of which nothing is left: no such page is a dead end.</summary>
internal static class EmptiedPage
{
    /// <summary>
    /// Answers the request for such a page with the page before it, or the first one; false, and no answer, for every other page.
    /// </summary>
    /// <param name="request">The request; its parameter <c>cursor</c> says that a later page is asked for.</param>
    /// <param name="page">What is on the page.</param>
    /// <param name="firstUrl">The first page.</param>
    public static bool LeadsOn<T>(BlogRequest request, Page<T> page, string firstUrl)
    {
        if (!page.Items.IsEmpty || request.FindQueryValue("cursor") is null)
        {
            return false;
        }

        Redirection.Write(
            request.Http,
            StatusCodes.Status302Found,
            page.Previous is { } previous ? BlogLinks.WithQuery(firstUrl, "cursor", previous) : firstUrl);
        return true;
    }
}
