namespace BlogKit.AspNetCore.Internal;

/// <summary>Whom a reply answers that does not stand below it.</summary>
internal sealed record ApiAnswer(CommentId Id, string? Name);
