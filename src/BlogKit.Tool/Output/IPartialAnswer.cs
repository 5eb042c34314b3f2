namespace BlogKit.CommandLine;

/// <summary>An answer of which a part failed: what was done is shown, and what was not is told as an error.</summary>
internal interface IPartialAnswer
{
    ImmutableArray<BlogError> Errors { get; }
}
