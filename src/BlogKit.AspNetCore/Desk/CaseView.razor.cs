namespace BlogKit.AspNetCore.Components;

/// <summary>One comment with everything around it.</summary>
public sealed partial class CaseView : BlogView<CaseModel>;
