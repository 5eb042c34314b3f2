using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace BlogKit.Browser.Tests;

/// <summary>What must be true of every page, in both themes: no barrier that axe knows of, and nothing wider than the window.</summary>
internal static class Inspection
{
    // By night nothing but colours is different.
    private static readonly AxeRunOptions Colours = new()
    {
        RunOnly = new RunOnlyOptions { Type = "rule", Values = ["color-contrast", "link-in-text-block"] },
        ResultTypes = [ResultType.Violations],
    };

    private static readonly AxeRunOptions Wcag22AA = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
        ResultTypes = [ResultType.Violations],
    };

    /// <summary>Looks at the page as it stands, light and dark, and lists what is wrong.</summary>
    public static async Task<List<string>> LookAsync(IPage page)
    {
        var faults = new List<string>();
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            var result = await page.RunAxe(scheme is ColorScheme.Light ? Wcag22AA : Colours);
            faults.AddRange(result.Violations.SelectMany(violation => violation.Nodes.Select(node =>
                $"{scheme}, {page.ViewportSize!.Width} px: {violation.Id}: "
                    + $"{node.Html} – {string.Join(' ', node.Any.Concat(node.All).Concat(node.None).Select(check => check.Message))}")));
        }

        faults.AddRange(await MeasureAsync(page));
        faults.AddRange(await TouchAsync(page));
        return faults;
    }

    /// <summary>
    /// Lists words of two elements that stand against each other on one line, as if they were one: Razor takes the space between elements
    /// away where code stands between them.
    /// </summary>
    private static Task<string[]> TouchAsync(IPage page) => page.EvaluateAsync<string[]>(
        """
        () => {
          const faults = [];
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          const edge = (text, at) => {
            const range = document.createRange();
            range.setStart(text, at);
            range.setEnd(text, at + 1);
            return range.getBoundingClientRect();
          };
          let before = null;
          while (walker.nextNode()) {
            const text = walker.currentNode;
            if (!text.data.trim() || text.parentElement.closest('script, style, template, textarea, pre, .bk-text')) continue;
            if (before && /[\p{L}\p{N}]$/u.test(before.data) && /^[\p{L}\p{N}]/u.test(text.data)) {
              const [left, right] = [edge(before, before.data.length - 1), edge(text, 0)];
              const isOneLine = Math.abs(left.top + left.bottom - right.top - right.bottom) < left.height;
              const gap = Math.max(right.left - left.right, left.left - right.right);
              if (left.width && right.width && isOneLine && gap > -1 && gap < 1) faults.push(`“${before.data.slice(-20)}” touches “${text.data.slice(0, 20)}”`);
            }
            before = text;
          }
          return faults;
        }
        """);

    /// <summary>Lists what is wider than the window.</summary>
    public static Task<string[]> MeasureAsync(IPage page) => page.EvaluateAsync<string[]>(
        """
        () => {
          const page = document.scrollingElement;
          if (page.scrollWidth <= innerWidth) return [];
          const wide = [...document.body.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > innerWidth + 1).slice(-3);
          return [`${page.scrollWidth} px wide in a window of ${innerWidth} px: ` + wide.map(e => e.outerHTML.slice(0, 160)).join(' … ')];
        }
        """);
}
