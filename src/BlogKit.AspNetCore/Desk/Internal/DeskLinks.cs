namespace BlogKit.AspNetCore.Internal;

/// <summary>The addresses of the moderators' desk.</summary>
internal static class DeskLinks
{
    public static string Queue(BlogLinks links, QueueScope scope) => With(links.Desk + "/comments", scope.ToQuery());

    public static string Bulk(BlogLinks links) => links.Desk + "/comments/bulk";

    public static string Action(BlogLinks links, CommentId id) => $"{links.Desk}/comments/{id}";

    public static string Case(BlogLinks links, CommentId id, QueueScope scope) => With(Action(links, id), scope.ToQuery());

    public static string Part(BlogLinks links, CommentId id, string part) => $"{Action(links, id)}/{part}";

    public static string Purge(BlogLinks links, CommentId id, QueueScope scope) => With(Part(links, id, "purge"), scope.ToQuery());

    public static string Operation(BlogLinks links, Guid id) => $"{links.Desk}/operations/{id:N}";

    public static string UndoOperation(BlogLinks links, Guid id) => Operation(links, id) + "/undo";

    public static string Bans(BlogLinks links) => links.Desk + "/bans";

    public static string Log(BlogLinks links) => links.Desk + "/log";

    public static string Policies(BlogLinks links) => links.Desk + "/policies";

    public static string With(string path, string query) => query.Length == 0 ? path : $"{path}?{query}";
}
