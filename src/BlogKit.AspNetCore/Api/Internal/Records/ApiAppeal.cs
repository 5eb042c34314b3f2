namespace BlogKit.AspNetCore.Internal;

/// <summary>What a writer says for a comment that is not shown; once per comment.</summary>
internal sealed record ApiAppeal(string? Text);
