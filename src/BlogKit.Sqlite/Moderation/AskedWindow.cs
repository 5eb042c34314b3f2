using BlogKit.Moderation;

namespace BlogKit;

/// <summary>A window as a parameter of <see cref="FactsSql.Activity"/>.</summary>
/// <param name="Scope">The <see cref="ActivityScope"/> as a number.</param>
/// <param name="Key">Which address or writer.</param>
/// <param name="Since">From which tick on.</param>
/// <param name="Until">Up to which tick.</param>
internal sealed record AskedWindow(int Scope, string Key, long Since, long Until);
