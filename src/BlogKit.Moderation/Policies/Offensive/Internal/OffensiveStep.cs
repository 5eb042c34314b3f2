namespace BlogKit.Moderation.Internal;

/// <summary>One word of a pattern.</summary>
/// <param name="Classes">The classes that fit.</param>
/// <param name="Words">The terms that fit.</param>
/// <param name="Gap">How many words may come before.</param>
/// <param name="OnlyFillers">Whether only fillers may.</param>
/// <param name="IsOptional">Whether it may be missing.</param>
internal readonly record struct OffensiveStep(ulong Classes, ImmutableArray<int> Words, int Gap, bool OnlyFillers, bool IsOptional);
