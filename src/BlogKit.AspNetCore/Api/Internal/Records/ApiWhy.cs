using BlogKit.Moderation;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Why a comment is in the queue.</summary>
internal sealed record ApiWhy(string Sentence, WhyHereKind Kind, ImmutableArray<string> Policies, double Points, bool OpenAppeal);
