using System.Reflection;
using BlogKit.AspNetCore.Components;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace BlogKit.Architecture;

/// <summary>
/// Views are pure: whatever they show is in their model, so that a page costs the store what its handler says, a view can be replaced
/// without knowing a service, and its markup can be kept for the next one who asks.
/// </summary>
public sealed class PureViewTests
{
    // They stand on pages of the application's, where no handler of ours reads for them.
    private static readonly Type[] s_widgets = [typeof(BlogThread), typeof(RecentPosts)];

    // What the application chose for all pages, and what its own layout may ask the request for.
    private static readonly Type[] s_harmless = [typeof(IOptions<>), typeof(IHttpContextAccessor)];

    private static readonly Type[] s_components =
        [.. typeof(BlogView<>).Assembly.GetTypes().Where(static type => type.IsAssignableTo(typeof(IComponent)) && !type.IsAbstract)];

    [Fact]
    public void A_view_is_given_its_model_and_asks_for_no_service()
    {
        var views = s_components.Where(IsView).ToArray();

        views.Should().HaveCountGreaterThan(30).And.Contain([typeof(PostView), typeof(SearchView)]);
        views.SelectMany(Asked).Should().BeEmpty();
    }

    [Fact]
    public void What_stands_around_views_and_in_them_reads_nothing() =>
        s_components.Except(s_widgets).SelectMany(Asked)
            .Where(static asked => !s_harmless.Contains(Kind(asked.Service)))
            .Should().BeEmpty();

    [Fact]
    public void Only_widgets_wait_for_anything() =>
        s_components
            .Where(static type => type.GetMethods(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
                .Any(static method => method.Name is "OnInitializedAsync" or "OnParametersSetAsync"))
            .Should().BeEquivalentTo(s_widgets);

    private static bool IsView(Type component) => component.BaseType is { } made && Kind(made) == typeof(BlogView<>);

    private static Type Kind(Type type) => type.IsGenericType ? type.GetGenericTypeDefinition() : type;

    private static IEnumerable<(string Component, Type Service)> Asked(Type component)
    {
        for (var type = component; type is not null; type = type.BaseType)
        {
            foreach (var property in type.GetProperties(
                BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                if (property.GetCustomAttribute<InjectAttribute>() is not null)
                {
                    yield return (component.Name, property.PropertyType);
                }
            }
        }

        foreach (var given in component.GetConstructors().SelectMany(static constructor => constructor.GetParameters()))
        {
            yield return (component.Name, given.ParameterType);
        }
    }
}
