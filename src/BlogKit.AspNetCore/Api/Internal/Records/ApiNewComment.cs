namespace BlogKit.AspNetCore.Internal;

/// <summary>A comment to be submitted. Nothing in it is trusted.</summary>
internal sealed record ApiNewComment(string? Name, string? Email, string? Url, string? Body, string? ParentId, string? DisplayName);
