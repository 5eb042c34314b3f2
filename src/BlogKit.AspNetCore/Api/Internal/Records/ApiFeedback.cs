namespace BlogKit.AspNetCore.Internal;

/// <summary>What readers made of a comment.</summary>
internal sealed record ApiFeedback(int UpVotes, int DownVotes, ImmutableArray<ApiReaction> Reactions);
