using System.Collections.Frozen;
using System.Globalization;
using BlogKit.AspNetCore.Endpoints;
using Microsoft.AspNetCore.Http;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Words of the authors' desk, and the names that stand for things in its addresses and forms.</summary>
internal static class WriterText
{
    private static readonly FrozenSet<string> Done =
        new[] { "save", "review", "publish", "schedule", "draft", "private", "archive", "unarchive", "delete", "restore", "discard" }
            .ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Known = new[]
    {
        ErrorCodes.Required, ErrorCodes.TooLong, ErrorCodes.TooMany, ErrorCodes.OutOfRange, ErrorCodes.InvalidText, ErrorCodes.InvalidName,
        ErrorCodes.InvalidUrl, ErrorCodes.Taken, ErrorCodes.NotAllowed, ErrorCodes.InvalidTransition, ErrorCodes.Circular,
        ErrorCodes.Changed, ErrorCodes.PostNotFound,
    }.ToFrozenSet(StringComparer.Ordinal);

    public static string NameOf(PostStatus status) => status switch
    {
        PostStatus.PendingReview => "review",
        PostStatus.Scheduled => "scheduled",
        PostStatus.Published => "published",
        PostStatus.Private => "private",
        PostStatus.Archived => "archived",
        _ => "draft",
    };

    public static PostStatus? ReadStatus(string? name) => name switch
    {
        "draft" => PostStatus.Draft,
        "review" => PostStatus.PendingReview,
        "scheduled" => PostStatus.Scheduled,
        "published" => PostStatus.Published,
        "private" => PostStatus.Private,
        "archived" => PostStatus.Archived,
        _ => null,
    };

    public static string NameOf(EditorAction action) => action switch
    {
        EditorAction.Preview => "preview",
        EditorAction.Review => "review",
        EditorAction.Publish => "publish",
        EditorAction.Schedule => "schedule",
        EditorAction.Draft => "draft",
        EditorAction.Private => "private",
        EditorAction.Archive => "archive",
        EditorAction.Unarchive => "unarchive",
        EditorAction.Convert => "convert",
        _ => "save",
    };

    public static EditorAction? ReadAction(string? name) => name switch
    {
        null or "" or "save" => EditorAction.Save,
        "preview" => EditorAction.Preview,
        "review" => EditorAction.Review,
        "publish" => EditorAction.Publish,
        "schedule" => EditorAction.Schedule,
        "draft" => EditorAction.Draft,
        "private" => EditorAction.Private,
        "archive" => EditorAction.Archive,
        "unarchive" => EditorAction.Unarchive,
        "convert" => EditorAction.Convert,
        _ => null,
    };

    /// <summary>The sentence about what was just done; null for nothing.</summary>
    public static string? Notice(BlogRequest request) =>
        request.FindQueryValue("done") is { } done && Done.Contains(done) ? request.Text["writer.done-" + done] : null;

    public static bool TryReadVersion(IFormCollection form, out long version) =>
        long.TryParse(Forms.Field(form, EditorFields.Version), NumberStyles.None, CultureInfo.InvariantCulture, out version);

    /// <summary>A size in words, such as "10 MB".</summary>
    public static string Size(long bytes, BlogText text) => bytes >= 1024 * 1024
        ? text.Format("writer.megabytes", (bytes / 1024d / 1024d).ToString("0.#", text.Language))
        : text.Format("writer.kilobytes", Math.Max(1, bytes / 1024).ToString("N0", text.Language));

    /// <summary>Errors of the domain in the words and fields of the editor.</summary>
    public static ImmutableArray<EditorError> ForForm(ImmutableArray<BlogError> errors, BlogText text) =>
        [.. errors.Select(error => new EditorError(EditorFields.For(error.Field), Sentence(error, text)))];

    private static string Sentence(BlogError error, BlogText text) =>
        Known.Contains(error.Code) ? error.Format(text["writer.error." + error.Code], text.Language) : FormErrors.InLanguage(error, text);

    /// <summary>Whoever may not publish without review may not change what is published either.</summary>
    public static bool MayEdit(Actor actor, Post post) =>
        (actor.CanEditOthers || (actor.CanWrite && actor.AuthorId is { } self && post.AuthorIds.Contains(self)))
        && (actor.CanPublish || (post.StatusBefore ?? post.Status) is PostStatus.Draft or PostStatus.PendingReview);
}
