import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkValidateLinks from 'remark-validate-links';

export default { plugins: [remarkFrontmatter, remarkGfm, remarkMdx, [remarkValidateLinks, { repository: false }]] };
