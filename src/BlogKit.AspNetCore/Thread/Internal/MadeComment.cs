using Microsoft.AspNetCore.Components;

namespace BlogKit.AspNetCore.Internal;

/// <summary>The markup of a comment that was made before its page.</summary>
/// <param name="Comment">The comment as it was read for this page.</param>
/// <param name="AnswersTo">Whom it answers.</param>
/// <param name="Place">Where on the page it stands: the identifier of its element.</param>
/// <param name="Html">The markup.</param>
internal readonly record struct MadeComment(ThreadComment Comment, ThreadAnswer? AnswersTo, string Place, MarkupString Html);
