using System.Reflection;
using BlogKit.AspNetCore;
using BlogKit.Moderation;
using Microsoft.AspNetCore.Components;

namespace BlogKit.Architecture;

/// <summary>
/// Views of readers' pages can be replaced, by applications and by strangers' packages: what a view is given, it may show to everybody.
/// So nothing secret is in reach of one, through whatever members; what the desk's views are given is for people who may know it.
/// </summary>
public sealed class ReaderModelTests
{
    private static readonly string[] s_secretNames =
    [
        "PasswordHash", "Email", "UserKey", "OwnerKey", "HistoryKey", "ActorKey", "VoterKey", "FlaggerKey", "FlaggerNetwork", "NetworkKey",
        "Network", "RemoteAddress", "IpAddress", "UserAgent", "SubmissionKey",
    ];

    private static readonly Type[] s_secretTypes =
        [
            typeof(Actor), typeof(Author), typeof(Ban), typeof(Comment), typeof(Commenter), typeof(ModerationDecision), typeof(Post),
            typeof(PostSummary), typeof(FooterBlock),
        ];

    // What somebody typed into the form is shown to them alone, to be corrected.
    private static readonly string[] s_fine = ["CommentInput.Email"];

    [Fact]
    public void No_view_of_a_readers_page_is_given_a_secret()
    {
        var views = typeof(PostModel).Assembly.GetExportedTypes()
            .Where(static type => type.IsAssignableTo(typeof(IComponent)) && !IsOfDesk(type))
            .ToArray();
        views.Select(static view => view.Name).Should()
            .Contain(["PostView", "PostListView", "RepliesView", "CommentForm", "EmbedView", "AuthorCard"]).And.NotContain("QueueView");

        Secrets(views.SelectMany(Parameters)).Should().BeEmpty();
    }

    [Fact]
    public void A_secret_is_found_however_deep_it_stands() =>
        Secrets([typeof(Outer)]).Should().Equal("Inner.Email", "Inner.Writer (Commenter)");

    private static bool IsOfDesk(Type view) => new[] { "Desk", "Writing", "Media" }.Any(folder =>
        File.Exists(Repository.PathTo("src", "BlogKit.AspNetCore", folder, view.Name + ".razor")));

    private static IEnumerable<Type> Parameters(Type view) => view.GetProperties()
        .Where(static p => p.GetCustomAttribute<ParameterAttribute>() is not null)
        .Select(static p => p.PropertyType);

    private static string[] Secrets(IEnumerable<Type> given)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        var seen = new HashSet<Type>();
        var open = new Queue<Type>(given.SelectMany(Parts));
        while (open.TryDequeue(out var type))
        {
            if (!seen.Add(type))
            {
                continue;
            }

            foreach (var (name, held) in Members(type).Where(member => !s_fine.Contains($"{type.Name}.{member.Name}")))
            {
                if (s_secretNames.Contains(name))
                {
                    found.Add($"{type.Name}.{name}");
                }

                foreach (var part in Parts(held))
                {
                    if (s_secretTypes.Contains(part))
                    {
                        found.Add($"{type.Name}.{name} ({part.Name})");
                    }
                    else
                    {
                        open.Enqueue(part);
                    }
                }
            }
        }

        return [.. found];
    }

    private static IEnumerable<(string Name, Type Type)> Members(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(static p => (p.Name, p.PropertyType))
            .Concat(type.GetFields(BindingFlags.Public | BindingFlags.Instance).Select(static f => (f.Name, f.FieldType)))
            .Concat(type.GetMethods(BindingFlags.Public | BindingFlags.Instance).Where(static m => !m.IsSpecialName)
                .Select(static m => (m.Name, m.ReturnType)));

    /// <summary>The types of BlogKit that a type is made of: itself, its element, its arguments.</summary>
    private static IEnumerable<Type> Parts(Type type)
    {
        if (type.HasElementType)
        {
            return Parts(type.GetElementType()!);
        }

        var own = type.Assembly.GetName().Name!.StartsWith("BlogKit", StringComparison.Ordinal) ? [type] : Type.EmptyTypes;
        return type.IsGenericType ? own.Concat(type.GetGenericArguments().SelectMany(Parts)) : own;
    }

    private sealed record Outer(IReadOnlyList<Inner?> Inners);

    private sealed record Inner(string Email, Commenter Writer);
}
