namespace BlogKit.AspNetCore.Components;

/// <summary>The policies that decide, the presets, and what another preset would change.</summary>
public sealed partial class PoliciesView : BlogView<PoliciesModel>;
