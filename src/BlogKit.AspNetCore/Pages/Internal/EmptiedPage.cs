using Microsoft.AspNetCore.Http;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Leads on whoever asks for a page of a list of which nothing is left: no such page is a dead end.</summary>
internal static class EmptiedPage
{
    /// <summary>Answers the request for such a page with where something is; false, and no answer, for every other page.</summary>
    /// <param name="request">The request; its parameter <c>cursor</c> says that a later page is asked for.</param>
    /// <param name="isEmpty">Whether the page has nothing on it.</param>
    /// <param name="previousUrl">The page before it; null when the list knows none.</param>
    /// <param name="firstUrl">The first page.</param>
    public static bool LeadsOn(BlogRequest request, bool isEmpty, string? previousUrl, string firstUrl)
    {
        if (!isEmpty || request.Query("cursor") is null)
        {
            return false;
        }

        PostPages.Redirect(request.Http, StatusCodes.Status302Found, previousUrl ?? firstUrl);
        return true;
    }
}
