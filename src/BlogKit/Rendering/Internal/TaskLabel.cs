using Markdig.Syntax.Inlines;

namespace BlogKit.Internal;

/// <summary>The box of a task list's item together with the words it is the box of.</summary>
internal sealed class TaskLabel : ContainerInline;
