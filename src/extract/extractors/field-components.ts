import { defineExtractor } from '../extractor.ts';
import { addComponentField } from '../fields/component-field.ts';
import { addObjectFields } from '../fields/object-fields.ts';
import { attributesOf } from './jsx-attributes.ts';

/** JSX that states fields: `<ParamField query="limit" type="integer">`, and those inside it as its parts. */
export const fieldComponents = defineExtractor({
  id: 'field-components',
  nodes: ['mdxJsxFlowElement', 'mdxJsxTextElement'],
  extract(node, page) {
    const component = node.name ? page.components[node.name] : undefined;
    if (!component?.field && !component?.fields) return;
    const attributes = attributesOf(node, page.doc);
    if (component.field) addComponentField({ node, component: component.field, attributes }, page);
    for (const { name, expression } of attributes)
      if (expression && component.fields?.includes(name)) addObjectFields(expression, page.spanOf(node).start, page);
  },
});
