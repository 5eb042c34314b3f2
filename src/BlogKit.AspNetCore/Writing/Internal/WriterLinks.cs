namespace BlogKit.AspNetCore.Internal;

/// <summary>The addresses of the authors' desk.</summary>
internal static class WriterLinks
{
    public static string Posts(BlogLinks links) => links.Desk + "/posts";

    public static string New(BlogLinks links) => Posts(links) + "/new";

    public static string Edit(BlogLinks links, PostId id) => $"{Posts(links)}/{id}";

    public static string Editor(BlogLinks links, PostId? id) => id is { } known ? Edit(links, known) : New(links);

    public static string Delete(BlogLinks links, PostId id) => Edit(links, id) + "/delete";

    public static string Revisions(BlogLinks links, PostId id) => Edit(links, id) + "/revisions";

    public static string Restore(BlogLinks links, PostId id) => Revisions(links, id) + "/restore";

    public static string PreviewLink(BlogLinks links, PostId id) => Edit(links, id) + "/preview-link";

    public static string Preview(BlogLinks links) => Posts(links) + "/preview";

    public static string Autosave(BlogLinks links) => Posts(links) + "/autosave";

    public static string Discard(BlogLinks links) => Autosave(links) + "/discard";

    public static string Media(BlogLinks links) => links.Desk + "/media";

    public static string DeleteMedia(BlogLinks links, string name) => $"{Media(links)}/{name}/delete";
}
