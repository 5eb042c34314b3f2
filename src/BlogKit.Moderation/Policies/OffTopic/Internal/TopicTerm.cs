using System.Runtime.InteropServices;

namespace BlogKit.Moderation.Internal;

/// <summary>One word of a text that says something about its topic.</summary>
/// <param name="Key">The stem's hash.</param>
/// <param name="Start">Where the word stands in the text it was read from.</param>
/// <param name="Length">Its length there.</param>
/// <param name="Weight">How much it says, by what is known before anything was learned.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TopicTerm(ulong Key, int Start, int Length, float Weight);
